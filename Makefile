# The same commands as ./dev, for those whose fingers say make.
.PHONY: demo test lint types lock
demo test lint types lock:
	./dev $@
