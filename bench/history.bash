# Runs a measurement of the telemetry history on data of its own in a temporary folder. Sourced by bench/disk-bytes and its like, which
# set $home to the project's folder.
# shellcheck source=tools/java.bash
. "$home/tools/java.bash"

# measure CLASS ARGUMENT ...: the folder is put before the arguments.
measure() {
  find_java
  "$home/wrenchline" --version > /dev/null # builds when a source has changed
  local class=$1 folder
  shift
  mkdir -p "$home/target"
  folder=$(mktemp -d -p "$home/target" history.XXXXXX)
  # shellcheck disable=SC2064 # the folder of now
  trap "rm -rf '$folder'" EXIT
  "$JAVA_HOME/bin/java" -Xmx700m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$home/app/target/wrenchline-app/lib/*" "wrenchline.bench.history.$class" "$folder" "$@"
}
