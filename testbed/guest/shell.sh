#!/bin/sh
# The first process of a guest that a person looks around in. FWCTL_AGENT comes from the kernel's command line; with
# nobody to listen to, it switches the machine off.
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t tmpfs tmpfs /tmp
echo "Linux $(uname -r). There is no device yet; the files are this machine's, and cannot be written. Leave with exit."
PS1='guest# ' HOME=/tmp TERM=linux setsid -c -w /bin/sh -i </dev/tty0 >/dev/tty0 2>&1
exec "$FWCTL_AGENT" /dev/null
