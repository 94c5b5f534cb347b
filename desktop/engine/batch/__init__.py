"""Many photographs: no result is made twice or left half-written, and memory does not depend on their number."""
