"""`python -m desktop.smoke` records how the picture must look; to be run after another model was made the default."""

import sys

from desktop.smoke.run import run

if __name__ == "__main__":
    sys.exit(run(recording=True))
