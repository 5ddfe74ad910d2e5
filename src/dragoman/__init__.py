"""DRAGOMAN."""
