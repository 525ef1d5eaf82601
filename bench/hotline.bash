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
product='' bare=''
sip=25060 http=28080
stop_product() {
  [ -z "$product" ] || { kill "$product" 2> /dev/null && wait "$product" 2> /dev/null || true; }
  product=''
}
finish() {
  status=$?
  [ -z "$bare" ] || kill "$bare" 2> /dev/null || true
  stop_product
  [ $status = 0 ] && rm -rf "$folder" || echo "What was written stays in $folder" >&2
}
trap finish EXIT
ulimit -n "$(ulimit -Hn)"

# start_product LINES
start_product() {
  WRENCHLINE_HOTLINE_ASTERISK_ROOT=$asterisk "$home/wrenchline" run --data "$folder/data" --site "$home/config/demo/site.yaml" \
    --roles=hotline,desk,dashboard --http-port $http --mqtt-port 0 --sip-port $sip --agi-port 24573 --ami-port 25038 \
    --set hotline.rtpFirst=30000 --set hotline.rtpLast=39999 --set "hotline.mostCalls=$1" --set hotline.trunk=127.0.0.1:9 \
    >> "$folder/product.log" 2>&1 &
  product=$!
  for _ in $(seq 600); do
    curl -sf "http://127.0.0.1:$http/health/ready" 2> /dev/null | grep -q '"READY"' && break
    kill -0 $product || { cat "$folder/product.log" >&2 && exit 1; }
    sleep 0.2
  done
  ours=$(cat "$folder/data/asterisk/ctl/asterisk.pid")
}

# One second of silence (A-law), for SIPp to send as speech.
head -c 8000 /dev/zero | tr '\0' '\325' > "$folder/silence.al"

# place PORT FROM OPTION...: real calls to PORT from FROM, as the options of SIPp say.
place() {
  (cd "$folder" && "$sipp" -sf "$home/bench/hotline-scenarios/caller.xml" -inf "$folder/${callers:-callers}.csv" -i 127.0.0.1 -mi 127.0.0.1 \
    -p "$2" -mp $(($2 + 24000)) -max_socket 60000 -l 5000 "${@:3}" -nostdin "127.0.0.1:$1" > "$folder/sipp.$2.log" 2>&1) || true
}
