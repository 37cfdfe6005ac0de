"""The command line: arguments in, exit status out; no domain behaviour of its own."""
