"""Many photographs: nothing is done twice or by halves, and memory does not depend on how many there are."""
