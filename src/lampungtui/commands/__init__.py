"""The commands of the command line, each with what it prints for people and for programs."""
