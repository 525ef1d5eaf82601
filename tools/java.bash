# Finds the JDK and Maven, and builds what ./wrenchline runs. Sourced by ./wrenchline and ./verify, which set $home to the
# project's folder; for the build $application is the folder to build into, and $built in it the mark of the last build.

# Sets JAVA_HOME to a Java 25: the one set already, else one installed, else the one on the PATH.
find_java() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-}"/.sdkman/candidates/java/* \
    "$(dirname "$(dirname "$(readlink -f "$(command -v java || echo /none/none/none)")")")"; do
    if [ -x "$candidate/bin/java" ] && grep -qs '^JAVA_VERSION="25[."]' "$candidate/release"; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  echo "Wrenchline needs a JDK 25: install one (for instance Eclipse Temurin 25, package temurin-25-jdk) or set JAVA_HOME to it." >&2
  exit 1
}

# How much memory Java may take, in MiB, of so many KiB that there are: a quarter, from 1 to 4 GiB.
heap_of() {
  local quarter=$(($1 / 4096))
  echo $((quarter < 1024 ? 1024 : quarter > 4096 ? 4096 : quarter))
}

# The memory that the machine has, or the container if that may take less, in KiB.
memory() {
  local all limit file
  all=$(sed -n 's/^MemTotal: *\([0-9]*\) kB$/\1/p' /proc/meminfo)
  for file in /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes; do
    limit=$(cat "$file" 2> /dev/null) || continue
    # Not the word 'max', and not the huge number that stands for it.
    [[ ! $limit =~ ^[0-9]{1,17}$ ]] || ((limit / 1024 >= all)) || all=$((limit / 1024))
  done
  echo "$all"
}

# Sets maven to the program.
find_maven() {
  [ -x "$JAVA_HOME/bin/javac" ] || {
    echo "Wrenchline must be built, and $JAVA_HOME has no compiler: install a JDK 25 instead of a JRE." >&2
    exit 1
  }
  maven=${MAVEN_HOME:+$MAVEN_HOME/bin/mvn}
  [ -x "${maven:-/none}" ] || maven=$(command -v mvn) || {
    echo "Wrenchline must be built with Maven 3.8 or newer: install it (for instance: apt-get install maven)." >&2
    exit 1
  }
}

# True when a source, a resource or a pom is newer than the last build. A folder is newer when a file in it was deleted.
build_is_stale() {
  [ -f "$home/pom.xml" ] || return 1
  [ -f "$built" ] || return 0
  [ -n "$(find "$home"/pom.xml "$home"/*/pom.xml "$home"/*/src/main -newer "$built" -print -quit)" ]
}

# Builds without gates and tests, one build at a time, and says which module it is at.
build() {
  find_maven
  mkdir -p "$home/target" "$application"
  exec 8>"$home/target/.lock"
  flock 8
  if build_is_stale; then build_under_lock "$home/target/build.log"; fi
  exec 8>&-
}

build_under_lock() {
  local log=$1 started=$SECONDS
  echo "Building Wrenchline (the first time, Maven also fetches its libraries) ..." >&2
  touch "$built.new"
  rm -rf "${application:?}/lib"
  if ! (cd "$home" && "$maven" -Dquick -Dmaven.test.skip=true -pl app -am package 2>&1) | tee "$log" \
    | sed -un 's/^\[INFO\] Building \([^ ]*\) .*\[\(.*\)\]$/  \2 \1/p' >&2; then
    grep '^\[ERROR\]' "$log" | head -n 20 >&2
    echo "The build failed; all of it stands in target/build.log." >&2
    exit 1
  fi
  mv "$built.new" "$built"
  echo "Built in $((SECONDS - started)) s." >&2
}
