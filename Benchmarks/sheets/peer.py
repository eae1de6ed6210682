"""peer.py FILE: reads the first sheet with python-calamine. Prints seconds, the largest resident
memory in MB, and how many cells hold something."""

import resource
import sys
import time

import python_calamine

start = time.perf_counter()
rows = python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
seconds = time.perf_counter() - start
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
cells = sum(1 for row in rows for cell in row if cell != "")
print(f"{seconds}\t{memory}\t{cells}")
