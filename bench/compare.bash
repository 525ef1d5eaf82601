# Runs a comparison on servers and data of its own in target/. Sourced by bench/throughput and its like, which set $home to the
# project's folder.
# shellcheck source=tools/java.bash
. "$home/tools/java.bash"

# compare CLASS ARGUMENT ...: the folder and the command that runs the product are put after the arguments.
compare() {
  find_java
  export WRENCHLINE_HOME=${WRENCHLINE_HOME:-$home}
  "$home/wrenchline" --version > /dev/null # builds when a source has changed
  mkdir -p "$home/target"
  folder=$(mktemp -d -p "$home/target" compare.XXXXXX)
  trap '[ $? = 0 ] && rm -rf "$folder" || echo "What was written stays in $folder" >&2' EXIT
  ulimit -n "$(ulimit -Hn)"
  local class=$1
  shift
  "$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$home/app/target/wrenchline-app/lib/*" "wrenchline.bench.$class" "$@" "$folder" "$home/wrenchline" run
}

# watch_every SPAN: what follows is measured with detectors that look as often as that at the machines of compare/Site.java.
watch_every() {
  export WRENCHLINE_HOME=$home/target/watched-every-$1
  rm -rf "$WRENCHLINE_HOME"
  mkdir -p "$WRENCHLINE_HOME"
  cp -r "$home/config" "$WRENCHLINE_HOME"
  sed -i "s/^    every: .*/    every: $1/" "$WRENCHLINE_HOME/config/models/two-post-lift.yaml"
}

# find_peers NAME ...: fetches real servers and tells where they are.
find_peers() {
  local peer root variable
  for peer in "$@"; do
    if root=$("$home/tools/peer" "$peer"); then
      variable=WRENCHLINE_$(tr a-z- A-Z_ <<< "$peer")_ROOT
      export "$variable=$root"
    fi
  done
}
