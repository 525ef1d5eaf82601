# Shared by the benches of the hotline: a product with data of its own and a real Asterisk, and callers (SIPp). Sourced.
# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # home is the caller's, sip and ours are for the caller
# shellcheck source=tools/java.bash
. "$home/tools/java.bash"

find_java
asterisk=$("$home/tools/peer" asterisk)
sipp=$("$home/tools/peer" sipp)/bin/sipp
"$home/wrenchline" --version > /dev/null # builds when a source has changed
folder=$(mktemp -d /tmp/hotline.XXXXXX) # a control socket's path must be short
product='' other=''
sip=25060 http=28080 other_sip=25160
site=$home/config/demo/site.yaml policy=$home/config/policy.yaml trunk=127.0.0.1:9
stop_product() {
  [ -z "$product" ] || { kill "$product" 2> /dev/null && wait "$product" 2> /dev/null || true; }
  product=''
}
finish() {
  status=$?
  [ -z "$other" ] || kill "$other" 2> /dev/null || true
  stop_product
  [ $status = 0 ] && rm -rf "$folder" || echo "What was written stays in $folder" >&2
}
trap finish EXIT
ulimit -n "$(ulimit -Hn)"

# start_product LINES [OPTION...]
start_product() {
  WRENCHLINE_HOTLINE_ASTERISK_ROOT=$asterisk "$home/wrenchline" run --data "$folder/data" --site "$site" --policy "$policy" \
    --roles=hotline,desk,dashboard --http-port $http --mqtt-port 0 --sip-port $sip --agi-port 24573 --ami-port 25038 \
    --set hotline.rtpFirst=30000 --set hotline.rtpLast=39999 --set "hotline.mostCalls=$1" --set "hotline.trunk=$trunk" "${@:2}" \
    >> "$folder/product.log" 2>&1 &
  product=$!
  for _ in $(seq 600); do
    curl -sf "http://127.0.0.1:$http/health/ready" 2> /dev/null | grep -q '"READY"' && break
    kill -0 $product || { cat "$folder/product.log" >&2 && exit 1; }
    sleep 0.2
  done
  ours=$(cat "$folder/data/asterisk/ctl/asterisk.pid")
}

# start_asterisk NAME SIP AMI RTP: another Asterisk beside the product's, in $folder/NAME, of the same configuration with the dialplan
# bench/hotline-scenarios/NAME.conf and other ports; its process is in $other. What is in $folder/NAME.add is added to its pjsip.conf, and
# $modules are loaded too.
start_asterisk() {
  local there=$folder/$1
  cp -r "$folder/data/asterisk" "$there"
  rm -rf "$there"/{log,ctl,spool}/* "$there"/lib/astdb*
  mkdir -p "$there/log/cel-custom" "$there/log/cdr-custom" "$folder/recorded"
  sed -i "s|$folder/data/asterisk|$there|g" "$there"/etc/*.conf
  sed -i "s/:$sip\$/:$2/" "$there/etc/pjsip.conf"
  sed -i "s/^port=.*/port=$3/" "$there/etc/manager.conf"
  sed -i "s/^rtpstart=.*/rtpstart=$4/; s/^rtpend=.*/rtpend=$(($4 + 9999))/" "$there/etc/rtp.conf"
  sed "s|@FOLDER@|$folder|" "$home/bench/hotline-scenarios/$1.conf" > "$there/etc/extensions.conf"
  for module in ${modules:-}; do echo "load => $module.so" >> "$there/etc/modules.conf"; done
  if [ -f "$there.add" ]; then cat "$there.add" >> "$there/etc/pjsip.conf"; fi
  setsid "$asterisk/bin/asterisk" -C "$there/etc/asterisk.conf" -f -n > "$there.log" 2>&1 &
  until "$asterisk/bin/asterisk" -C "$there/etc/asterisk.conf" -rx 'core waitfullybooted' 2> /dev/null | grep -q 'fully booted'; do sleep 0.2; done
  other=$(cat "$there/ctl/asterisk.pid")
}

# CPU ticks (10 ms) of a process; of the product's database.
ticks() { awk '{print $14 + $15 + $16 + $17}' "/proc/$1/stat" 2> /dev/null || echo 0; }
database_ticks() {
  local sum=0 pid server
  server=$(head -n 1 "$(find "$folder/data" -name postmaster.pid)")
  for pid in $(pgrep -P "$server") $server; do sum=$((sum + $(ticks "$pid"))); done
  echo $sum
}

# callers_from NNN: numbers of nobody else, so that each caller calls once and has a ticket made.
callers_from() { echo SEQUENTIAL && seq -f "$1%08.0f" 20001 99999; }

# One second of silence (A-law), for SIPp to send as speech.
head -c 8000 /dev/zero | tr '\0' '\325' > "$folder/silence.al"

# place PORT FROM OPTION...: real calls to PORT from FROM, as the options of SIPp say.
place() {
  (cd "$folder" && "$sipp" -sf "$home/bench/hotline-scenarios/caller.xml" -inf "$folder/${callers:-callers}.csv" -i 127.0.0.1 -mi 127.0.0.1 \
    -p "$2" -mp $(($2 + 24000)) -max_socket 60000 -l 5000 "${@:3}" -nostdin "127.0.0.1:$1" > "$folder/sipp.$2.log" 2>&1) || true
}
