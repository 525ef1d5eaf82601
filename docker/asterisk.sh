#!/bin/sh
# Fills in config/asterisk from the environment and starts Asterisk with it. The product does the same where it starts
# Asterisk itself; here somebody else does (hotline.asterisk: running), and the product finds the run folder on the volume.
set -eu
home=${WRENCHLINE_HOME:-/opt/wrenchline}
run=$WRENCHLINE_HOTLINE_ASTERISK_SPOOL
data=$(dirname "$run")
umask 077
for folder in etc cache lib data/sounds spool log/cel-custom log/cdr-custom agi-bin ctl; do mkdir -p "$run/$folder"; done
for folder in calls callbacks fallback; do mkdir -p "$data/recordings/$folder"; done

# A value as sed's replacement, with the character escaped that begins a comment in Asterisk's files.
quoted() { printf '%s' "$1" | sed 's/;/\\;/g; s/[\\&|]/\\&/g'; }

replacements=$(mktemp)
replace() { printf 's|@%s@|%s|g\n' "$1" "$(quoted "$2")" >>"$replacements"; }
replace RUN "$run"
replace CONTROL "$run/ctl"
replace MODULES "$(echo "${ASTERISK_ROOT:-}"/usr/lib/*-linux-gnu/asterisk/modules)"
replace RECORDINGS "$data/recordings"
replace NUMBER "$WRENCHLINE_HOTLINE_NUMBER"
replace TRUNK "$WRENCHLINE_HOTLINE_TRUNK"
replace SIP_HOST "$WRENCHLINE_HOTLINE_SIP_HOST"
replace SIP_PORT "$WRENCHLINE_HOTLINE_SIP_PORT"
replace RTP_FIRST "$WRENCHLINE_HOTLINE_RTP_FIRST"
replace RTP_LAST "$WRENCHLINE_HOTLINE_RTP_LAST"
replace AGI_HOST "$WRENCHLINE_HOTLINE_AGI_HOST"
replace AGI_PORT "$WRENCHLINE_HOTLINE_AGI_PORT"
replace AMI_HOST "$WRENCHLINE_HOTLINE_AMI_HOST"
replace AMI_PORT "$WRENCHLINE_HOTLINE_AMI_PORT"
replace AMI_PERMIT 127.0.0.0/255.0.0.0
replace AMI_USER "$WRENCHLINE_HOTLINE_AMI_USER"
replace AMI_SECRET "$WRENCHLINE_HOTLINE_AMI_SECRET"
replace PHONE_PASSWORD "$WRENCHLINE_HOTLINE_PHONE_PASSWORD"
replace LONGEST_MESSAGE "${WRENCHLINE_HOTLINE_LONGEST_MESSAGE%s}"
replace MOST_CALLS "$WRENCHLINE_HOTLINE_MOST_CALLS"

for template in "$home"/config/asterisk/*.conf; do
  sed -f "$replacements" "$template" >"$run/etc/$(basename "$template")"
done
rm "$replacements"

# The way out to the telephone network, and telephones that may register here: numbers with spaces between.
: >"$run/etc/trunk.conf"
if [ -n "$WRENCHLINE_HOTLINE_TRUNK" ]; then
  cat >"$run/etc/trunk.conf" <<TRUNK
[trunk](line)
identify_by=ip
context=nowhere
aors=trunk
[trunk]
type=aor
contact=sip:$WRENCHLINE_HOTLINE_TRUNK
TRUNK
fi
: >"$run/etc/telephones.conf"
for number in $ASTERISK_TELEPHONES; do
  cat >>"$run/etc/telephones.conf" <<TELEPHONE
[$number](telephone)
auth=$number
aors=$number
[$number](telephone-password)
username=$number
[$number](telephone-place)
TELEPHONE
done

# Asterisk will not start without its own documentation; the spoken prompts are ours.
ln -sfn "${ASTERISK_ROOT:-}/usr/share/asterisk/documentation" "$run/data/documentation"
ln -sfn "$home/config/prompts/zh" "$run/data/sounds/zh"
ln -sfn "$home/config/prompts/en" "$run/data/sounds/en"

PATH=${ASTERISK_ROOT:-}/bin:$PATH
exec asterisk -C "$run/etc/asterisk.conf" -f -n
