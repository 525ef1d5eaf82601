# Debian packages without Docker and without root: fetched with an apt that has its own state, checked by apt
# against Debian's own keyring, and unpacked into a folder. Sourced by tools/peer.

# Refuses with one plain sentence. 3 = it cannot be had here, which callers tell apart from a mistake of theirs.
cannot() {
  echo "$*" >&2
  exit 3
}

# What apt complained about, in its words.
first_error() { grep -m 1 '^[EW]:' "$1" || echo "no reason given"; }

debian_codename() { (. /etc/os-release && echo "${VERSION_CODENAME:-}"); }

# Lines 'SITE RELEASE' of every Debian-like source this machine is set up with.
machine_sources() {
  # shellcheck disable=SC2016 # apt expands these
  apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages' 'Component: main' 2>/dev/null \
    | grep -v '^cdrom:' || true
}

# Writes the sources list for one suite: from the mirror $2, with the updates and security fixes that the machine has.
write_sources() {
  local suite=$1 site=$2 file=$3 signed=
  [ -r /usr/share/keyrings/debian-archive-keyring.gpg ] && signed='[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] '
  {
    echo "deb $signed$site $suite main"
    machine_sources | awk -v s="$suite" '$2 == s "-updates" || $2 == s "-security"' | sort -u | while read -r from release; do
      echo "deb $signed$from $release main"
    done
  } >"$file"
}

# The machine's proxies and certificates, nothing else of its apt configuration: no hooks, no pins, no installed state.
write_apt_configuration() {
  local folder=$1
  mkdir -p "$folder"/{lists/partial,archives/partial,empty}
  : >"$folder/installed"
  {
    apt-config dump | grep '^Acquire::' | grep -v -e '^Acquire::IndexTargets' -e '^Acquire::Languages' || true
    cat <<CONFIGURATION
Acquire::Languages "none";
Acquire::Retries "3";
Acquire::GzipIndexes "true";
APT::Sandbox::User "root";
APT::Architectures { "$(dpkg --print-architecture)"; };
Dir::State "$folder";
Dir::State::lists "$folder/lists";
Dir::State::status "$folder/installed";
Dir::State::extended_states "$folder/extended_states";
Dir::Cache "$folder";
Dir::Cache::archives "$folder/archives";
Dir::Etc::sourcelist "$folder/sources.list";
Dir::Etc::sourceparts "$folder/empty";
Dir::Etc::preferences "$folder/empty/none";
Dir::Etc::preferencesparts "$folder/empty";
Dir::Etc::parts "$folder/empty";
CONFIGURATION
  } >"$folder/apt.conf"
}

# Fetches and verifies the package lists of one suite. A source whose signature is not Debian's is passed over. Lists that a
# mirror has not renewed in time are as well signed as ever; they are used, and that is said.
update_lists() {
  local suite=$1 folder=$2 codename site
  codename=$(debian_codename)
  write_apt_configuration "$folder"
  echo "E: no Debian mirror is set up" >"$folder/update.log"
  for site in $(machine_sources | awk -v c="$codename" '$2 == c || $2 ~ /^(stable|oldstable|testing|unstable|sid)$/ { print $1 }' | sort -u); do
    write_sources "$suite" "$site" "$folder/sources.list"
    if apt_update "$folder"; then return 0; fi
    if grep -q 'is expired' "$folder/update.log"; then
      echo "  the mirror's lists of Debian $suite are past their date; using them nevertheless" >&2
      echo 'Acquire::Check-Valid-Until "false";' >>"$folder/apt.conf"
      if apt_update "$folder"; then return 0; fi
    fi
  done
  return 1
}

apt_update() {
  APT_CONFIG="$1/apt.conf" apt-get -qq -o APT::Update::Error-Mode=any update >"$1/update.log" 2>&1
}

# Lines 'NAME VERSION ARCHITECTURE' of all packages that the given ones need, recommendations left out.
needed_packages() {
  local folder=$1
  shift
  APT_CONFIG="$folder/apt.conf" apt-get -qq --simulate --no-install-recommends install "$@" 2>"$folder/resolve.log" \
    | awk '$1 == "Inst" { version = $3; sub(/^\(/, "", version); arch = $0; sub(/^[^]]*\[/, "", arch); sub(/\].*/, "", arch)
                          print $2, version, arch }'
}

# Tells this apt that the packages whose names match are installed already, so that neither they nor what only they
# need is fetched. A name that a later suite spells differently is merely fetched: the list may age without harm.
pretend_installed() {
  local folder=$1 pattern=$2
  shift 2
  : >"$folder/installed"
  needed_packages "$folder" "$@" >"$folder/needed" || return 1
  awk -v left_out="^($pattern)$" '$1 ~ left_out {
    printf "Package: %s\nStatus: install ok installed\nMaintainer: none\nVersion: %s\n", $1, $2
    printf "Architecture: %s\nDescription: left out\n\n", $3
  }' "$folder/needed" >"$folder/installed"
}

# Downloads what the packages need, without what is left out, keeping what an interrupted run has fetched already.
download_packages() {
  local folder=$1 into=$2 names=() package version arch
  shift 2
  mkdir -p "$into"
  while read -r package version arch; do
    names+=("$package")
    echo "${package}_${version//:/%3a}_$arch.deb" >&3
  done < <(needed_packages "$folder" "$@") 3>"$into/.wanted"
  find "$into" -name '*.deb' -printf '%f\n' | grep -vxFf "$into/.wanted" | (cd "$into" && xargs -r rm -f) || true
  (
    cd "$into" || exit
    export APT_CONFIG="$folder/apt.conf"
    apt-get -qq download --print-uris "${names[@]}" \
      | awk -v all=${#names[@]} '{ bytes += $3 } END { printf "  %d packages, %.0f MB to download\n", all, bytes / 1e6 }' >&2
    apt-get -qq download "${names[@]}" >"$folder/download.log" 2>&1
  )
}

# Unpacks packages into a folder whose usr/ holds everything. Nothing of them runs, and no set-user-id bit survives.
unpack_packages() {
  local from=$1 into=$2 top package
  for top in sbin lib lib64; do
    mkdir -p "$into/usr/$top"
    ln -sfn "usr/$top" "$into/$top"
  done
  for package in "$from"/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$into" --keep-directory-symlink --no-same-owner --exclude='./bin' \
      --exclude='./usr/share/doc' --exclude='./usr/share/man' --exclude='./usr/share/locale' --exclude='./usr/share/lintian' \
      || return 1
  done
  find "$into" -type f -perm /6000 -exec chmod ug-s {} +
}
