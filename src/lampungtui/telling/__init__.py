"""How the newsroom is told to a person in their language, on screen and on the command line: times, how sources are."""
