"""`python -m desktop.smoke` records how the picture must look; for whoever has made another model the default."""

import sys

from desktop.smoke.run import run

if __name__ == "__main__":
    sys.exit(run(recording=True))
