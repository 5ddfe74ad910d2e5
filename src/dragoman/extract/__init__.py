"""One document -> what it says. Every stage is a pure function of (records, kit)."""
