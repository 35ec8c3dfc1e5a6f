# Giao Ban: chạy thử, kiểm thử, và không phải nhớ gì thêm. `make help` liệt kê.
PYTHON ?= python3
PORT ?= 8000
SECONDS ?= 600
SEED ?= 1
BIN := .venv/bin
# One worker more than processors, since the pages' tests often wait; each starts a server and a browser, so four at most.
TEST_WORKERS ?= $(shell n=$$(nproc 2>/dev/null || echo 2); [ $$n -lt 4 ] && echo $$((n + 1)) || echo 4)

.DEFAULT_GOAL := help
.PHONY: help run test check test-sqlite test-postgresql bench meeting lock messages confidence areas \
	formats fuzz environment-run environment-test system-tools

help:  ## Các lệnh (the commands)
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 26

run: environment-run  ## Chạy thử với dữ liệu mẫu; PORT=8765 make run đổi cổng (try it)
	@$(BIN)/python -m giaoban.reading.programs
	@exec $(BIN)/giaoban serve --demo --port $(PORT)

test: environment-test system-tools formats  ## Kiểm tra mã nguồn và mọi kiểm thử: SQLite, PostgreSQL, trình duyệt (all tests)
	@$(MAKE) --no-print-directory check test-sqlite test-postgresql

check: environment-test  ## Kiểm tra mã nguồn: định dạng, kiểu, lớp, bản dịch, migration (the source)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	@if [ -f scripts/messages.py ]; then set -x; $(BIN)/python scripts/messages.py --check; fi
	DJANGO_SETTINGS_MODULE=giaoban.server.settings.test $(BIN)/django-admin makemigrations --check --dry-run
	$(BIN)/pytest -q -p no:playwright --ignore=src/giaoban/server/settings src

test-sqlite:  # every test, the pages in Chromium included
	$(BIN)/pytest -q -n $(TEST_WORKERS) --dist loadscope --no-loadscope-reorder

test-postgresql:  # the same data tests on a PostgreSQL that the tests start by themselves
	$(BIN)/pytest -q -n $(TEST_WORKERS) --dist loadscope --no-loadscope-reorder --database=postgresql -m "db and not page and not one_database"

bench: environment-test  ## Đo tốc độ: bộ đọc (bên cạnh underthesea, pyvi), trang web với 20.000 nhiệm vụ (how fast)
	@$(BIN)/python scripts/bench_reading.py
	@$(BIN)/python scripts/bench_archive.py
	@$(BIN)/python scripts/bench_repetition.py
	@exec $(BIN)/python scripts/bench_pages.py

formats:  ## Cài chương trình để đọc bản chụp, ảnh và .doc (programs for scans, images and .doc)
	@exec $(PYTHON) scripts/format_programs.py

meeting: environment-test  ## Bốn giờ họp trong vài phút: bộ nhớ có tăng không, có câu hỏi nào hỏng không (a long meeting)
	@cd tests && exec ../$(BIN)/python -m pages.long_meeting

fuzz: environment-test formats  ## Thử bộ đọc bằng tệp hỏng ngẫu nhiên; SECONDS=600 SEED=1 (random broken files)
	@exec $(BIN)/python scripts/fuzz_reading.py --seconds $(SECONDS) --seed $(SEED)

confidence: environment-test  ## Huấn luyện lại độ chắc của chỉ đạo, in bảng tin cậy (train the confidence of directives)
	@exec $(BIN)/python scripts/train_confidence.py

areas: environment-test  ## Huấn luyện lại lĩnh vực của chỉ đạo (train the areas of directives)
	@exec $(BIN)/python scripts/train_areas.py

messages: environment-test  ## Lấy câu chữ mới vào tệp bản dịch (collect sentences for translation)
	@exec $(BIN)/python scripts/messages.py

lock:  ## Khóa lại phiên bản các thư viện trong requirements/ (lock the libraries)
	@exec $(PYTHON) scripts/lock.py

environment-run:
	@exec $(PYTHON) scripts/environment.py run

environment-test:
	@exec $(PYTHON) scripts/environment.py test

system-tools:
	@exec $(PYTHON) scripts/system_tools.py
