"""How long the program takes on this computer, stage by stage and beside other programs. Not part of the wheel."""
