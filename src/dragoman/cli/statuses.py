"""The exit statuses that have a name. Besides: 0 done, 1 the program failed or a check found faults, 2 wrong usage."""

DAMAGED = 3  # part of an input was lost: a cut archive
INTERRUPTED = 130  # as shells count a process that Ctrl-C ended
