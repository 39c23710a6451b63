# An iCalendar file as another program reads it (python3-icalendar), and its
# lines as RFC 5545 wants them.  Prints a line an entry:
#
#	KIND|UID|SUMMARY|START|END or DUE|STATUS|PERCENT|SEQUENCE|COMPLETED
#
# usage: python3 ics.py FILE
import sys

from icalendar import Calendar

data = open(sys.argv[1], 'rb').read()
faults = []
if not data.endswith(b'\r\n'):
    faults.append('the last line has no end')
for n, line in enumerate(data.split(b'\r\n')[:-1], 1):
    if len(line) > 75:
        faults.append('line %d has %d octets' % (n, len(line)))
    if any(b < 32 or b == 127 for b in line):
        faults.append('line %d holds a control character' % n)
    try:
        line.decode()
    except UnicodeDecodeError:
        faults.append('line %d is cut inside a character' % n)

cal = Calendar.from_ical(data)
if cal.get('VERSION') != '2.0' or not cal.get('PRODID'):
    faults.append('VERSION or PRODID is missing')
seen = set()
for c in cal.subcomponents:
    if c.errors:
        faults.append('%s: %s' % (c.get('UID'), c.errors))
    for need in 'UID', 'DTSTAMP', 'SUMMARY':
        if c.get(need) is None:
            faults.append('an entry without its ' + need)
    if c['UID'] in seen:
        faults.append('twice: ' + c['UID'])
    seen.add(c['UID'])

    def day(name):
        v = c.get(name)
        return '' if v is None else v.dt.isoformat()
    print('|'.join([c.name, c['UID'], c['SUMMARY'], day('DTSTART'),
                    day('DUE') or day('DTEND'), c.get('STATUS', ''),
                    str(c.get('PERCENT-COMPLETE', '')),
                    str(c['SEQUENCE']), day('COMPLETED')]))
for f in faults:
    print(f, file=sys.stderr)
sys.exit(1 if faults else 0)
