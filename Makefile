# cpm-toolkit: small commands for Contextualised Proximity Mentorship.
#
#   make demo    install what is missing, build, make a sample team's folder
#   make check   the same, then run every test (T=tests/cli/web.t: one)
#
# CC, CFLAGS, CPPFLAGS, LDFLAGS, PREFIX, DESTDIR are the user's.

VERSION  = 0.1.0
PREFIX   = /usr/local
BINDIR   = $(PREFIX)/bin
MANDIR   = $(PREFIX)/share/man
DATADIR  = $(PREFIX)/share/cpm-toolkit
LOCALEDIR = $(PREFIX)/share/locale
B        = build
CFLAGS   = -O2 -g

WARN     = -std=c17 -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
           -Wmissing-prototypes -Wformat=2 -Wvla -Wno-format-nonliteral
OURS     = -D_GNU_SOURCE -Ilib -DCPM_VERSION='"$(VERSION)"' \
           -DCPM_SHAREDIR='"$(DATADIR)"' -DCPM_LOCALEDIR='"$(LOCALEDIR)"'
HARDEN   = -fstack-protector-strong -fPIE
PKG      = $(shell pkg-config --cflags libcmark nettle 2>/dev/null)
# Four small libraries; their archives, where the -dev packages have them,
# halve the start-up of a command.  SHARED=1 links the shared ones.
archive  = $(if $(SHARED),-l$(1),$(if $(filter /%,$(shell $(CC) -print-file-name=lib$(1).a)),-l:lib$(1).a,-l$(1)))
LIBS     = -Wl,--as-needed $(call archive,csv) $(call archive,unistring) \
           $(call archive,nettle) \
           $(shell pkg-config --libs libcmark 2>/dev/null || echo -lcmark)

CMDS     = $(patsubst cmd/%.c,%,$(wildcard cmd/cpm-*.c))
LIBSRC   = $(wildcard lib/*/*.c)
LIBOBJ   = $(LIBSRC:%.c=$(B)/%.o)
UNITS    = $(patsubst tests/unit/%.c,$(B)/unit/%.t,$(wildcard tests/unit/*.c))
LINGUAS  = $(notdir $(wildcard share/locale/*))
MO       = $(LINGUAS:%=$(B)/locale/%/LC_MESSAGES/cpm-toolkit.mo)
T        = $(UNITS) $(wildcard tests/cli/*.t)
JOBS     = $(shell nproc 2>/dev/null || echo 2)

.PHONY: all deps demo check asan fuzz torture gallery install uninstall bench clean dist units pot
.SUFFIXES:
.SECONDARY:

all: $(CMDS:%=$(B)/bin/%) $(MO) $(B)/data $(B)/man/cpm-files.5

# What Debian 12 has and the build, the demo and the tests need.
DEPS = gcc libc6-dev make pkg-config libcsv-dev libcmark-dev cmark libunistring-dev \
       uthash-dev nettle-dev libcmocka-dev gettext git mandoc libxml2-utils \
       librsvg2-bin strace perl jq bsdextrautils python3-icalendar
deps:
	@need=; for p in $(DEPS); do \
	  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | \
	    grep -q 'ok installed' || need="$$need $$p"; done; \
	[ -z "$$need" ] && exit 0; \
	sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	echo "installing:$$need"; \
	$$sudo apt-get update -qq && \
	$$sudo env DEBIAN_FRONTEND=noninteractive \
	  apt-get install -y -qq --no-install-recommends $$need >/dev/null

# A command too long for one file has others beside it: cpm-plan plan_*.c.
$(foreach c,assess plan log,$(eval $(B)/bin/cpm-$(c): $(patsubst %.c,$(B)/%.o,$(wildcard cmd/$(c)_*.c))))

$(B)/bin/%: $(B)/cmd/%.o $(B)/libcpm.a
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) -pie -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LIBS)

$(B)/libcpm.a: $(LIBOBJ)
	@rm -f $@
	ar rcs $@ $^

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(OURS) $(PKG) $(WARN) $(HARDEN) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/data:
	@mkdir -p $(@D)
	ln -sfn $(abspath share) $@

# cpm-files(5) is made from the schema, so that it tells what the code does.
$(B)/man/cpm-files.5: man/cpm-files.5.in $(B)/man/files
	@mkdir -p $(@D)
	$(B)/man/files <man/cpm-files.5.in >$@.new
	mv $@.new $@

$(B)/man/files: $(B)/man/files.o $(B)/libcpm.a
	$(CC) $(LDFLAGS) -pie -o $@ $^ $(LIBS)

# French lies in one catalogue a room, put together here.
$(B)/locale/%/LC_MESSAGES/cpm-toolkit.mo: share/locale/%
	@mkdir -p $(@D)
	msgcat --use-first share/locale/$*/*.po | msgfmt -c -o $@ -
$(foreach l,$(LINGUAS),$(eval $(B)/locale/$(l)/LC_MESSAGES/cpm-toolkit.mo: $(wildcard share/locale/$(l)/*.po)))

# Every sentence that is marked in the code.
pot: $(B)/cpm-toolkit.pot
$(B)/cpm-toolkit.pot: $(wildcard cmd/*.[ch] lib/*/*.[ch])
	@mkdir -p $(@D)
	xgettext --from-code=UTF-8 -cTRANSLATORS -k_ -kN_ -kngettext:1,2 \
	  -kmsg_note_n:2,3 -kmsg_fault_n:3,4 -kmsg_warn_n:3,4 --no-location \
	  --package-name=cpm-toolkit -o $@ $(sort $^)

# The attack on a round is shared with make torture.
ATTACK   = $(patsubst %,$(B)/tests/torture/%.o,attack team chance)
$(B)/unit/attack.t: $(ATTACK)

$(B)/unit/%.t: $(B)/tests/unit/%.o $(B)/libcpm.a
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) -pie -o $@ $(filter %.o,$^) $(filter %.a,$^) -lcmocka $(LIBS)

units: $(UNITS) $(B)/torture

# Made-up programmes against the policy: how much of others' votes is learnt.
$(B)/torture: $(patsubst %.c,$(B)/%.o,$(wildcard tests/torture/*.c)) $(B)/libcpm.a
	$(CC) $(LDFLAGS) -pie -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LIBS)

# TORTURE=n of them, and COMMANDS=n through the commands, in two worlds each.
COMMANDS = 200
torture: deps
	$(MAKE) all $(B)/torture
	$(B)/torture -j $(JOBS) $(TORTURE)
	PATH="$(abspath $(B))/bin:$$PATH" perl tests/torture/commands.pl \
	  $(abspath $(B))/torture -j $(JOBS) $(COMMANDS)

# One test: make check T=tests/cli/web.t
# A signal that nohup, cron or a background job ignores is as at a terminal.
check: deps
	$(MAKE) all units
	env --default-signal CPM_BUILD=$(abspath $(B)) CMOCKA_MESSAGE_OUTPUT=TAP \
	  prove -j$(JOBS) --timer --exec '' $(T)

asan:
	$(MAKE) B=build/asan LDFLAGS='-fsanitize=address,undefined' check \
	  CFLAGS='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer'

# Broken files against the commands as the sanitizers see them.
fuzz: deps
	$(MAKE) B=build/asan LDFLAGS='-fsanitize=address,undefined' all \
	  CFLAGS='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer'
	PATH="$(abspath build/asan)/bin:$$PATH" sh share/demo/demo.sh build/asan/demo >/dev/null
	PATH="$(abspath build/asan)/bin:$$PATH" perl tests/fuzz/mutate.pl build/asan/demo $(RUNS)

demo: deps
	$(MAKE) all
	@PATH="$(abspath $(B))/bin:$$PATH" sh share/demo/demo.sh $(B)/demo

# Every kind of chart, read in a real browser; a page of some to look at.
GALLERY = chromium fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji fonts-dejavu-core
gallery: deps
	@$(MAKE) -s deps DEPS='$(GALLERY)'
	$(MAKE) all
	PATH="$(abspath $(B))/bin:$$PATH" sh tests/gallery/run.sh $(B)/gallery

bench: deps
	$(MAKE) all
	PATH="$(abspath $(B))/bin:$$PATH" sh tests/bench/run.sh

install: all
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 \
	  $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(MANDIR)/man7 $(DESTDIR)$(DATADIR)
	install -m 755 $(CMDS:%=$(B)/bin/%) $(DESTDIR)$(BINDIR)
	for m in man/*.[157] $(B)/man/cpm-files.5; do \
	  install -m 644 $$m $(DESTDIR)$(MANDIR)/man$${m##*.}; done
	cp -R share/packs share/css share/demo $(DESTDIR)$(DATADIR)
	for l in $(LINGUAS); do \
	  install -d $(DESTDIR)$(LOCALEDIR)/$$l/LC_MESSAGES; \
	  install -m 644 $(B)/locale/$$l/LC_MESSAGES/cpm-toolkit.mo \
	    $(DESTDIR)$(LOCALEDIR)/$$l/LC_MESSAGES; done

uninstall:
	rm -f $(CMDS:%=$(DESTDIR)$(BINDIR)/%)
	for m in cpm-files.5 $(notdir $(wildcard man/*.[157])); do \
	  rm -f $(DESTDIR)$(MANDIR)/man$${m##*.}/$$m; done
	rm -rf $(DESTDIR)$(DATADIR)
	for l in $(LINGUAS); do \
	  rm -f $(DESTDIR)$(LOCALEDIR)/$$l/LC_MESSAGES/cpm-toolkit.mo; done

dist:
	@mkdir -p $(B)
	git archive --prefix=cpm-toolkit-$(VERSION)/ -o \
	  $(B)/cpm-toolkit-$(VERSION).tar.gz HEAD

clean:
	rm -rf $(B)

-include $(shell find $(B) -name '*.d' 2>/dev/null)
