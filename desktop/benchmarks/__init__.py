"""How long the program takes, stage by stage, on the computer that it runs on."""
