#!/usr/bin/env bash
# Training over two network namespaces, as two machines with 1 ms of delay (there and back) and 1 % of lost packets each way between them: the weights are held to those of one process.
# Needs root, iproute2, python3, /dev/net/tun and MPICH.
#   tests/two-machines.sh [delay in ms] [loss in %]
set -eu
cd "$(dirname "$0")/.."
delay=${1:-1}
loss=${2:-1}
program=${NETGEN_RANKS:-$PWD/tests/NetGen.Distributed.Ranks/bin/Release/net10.0/NetGen.Distributed.Ranks.dll}
[ -f "$program" ] || { echo "expected $program: dotnet build -c Release tests/NetGen.Distributed.Ranks"; exit 2; }
work=$(mktemp -d)

# Names of this run's own, so that several can go on at once.
one=netgen1-$$
two=netgen2-$$
link=
cleanup() {
    [ -n "$link" ] && kill "$link" 2> /dev/null
    ip netns del "$one" 2> /dev/null
    ip netns del "$two" 2> /dev/null
    rm -rf "$work"
}
trap cleanup EXIT

for n in "$one" "$two"; do
    ip netns add "$n"
    ip -n "$n" link set lo up
done
mkfifo "$work/ready"
python3 tests/bad_link.py "$one" "$two" "$(awk "BEGIN { print $delay / 2 }")" "$loss" > "$work/ready" &
link=$!
read -r _ < "$work/ready"

# mpirun starts what runs on a machine by this instead of ssh: its first word is the address.
cat > "$work/start" <<S
#!/usr/bin/env bash
while [ "\${1#-}" != "\$1" ]; do shift; done
[ "\$1" = 10.99.0.1 ] && machine=$one || machine=$two
shift
exec ip netns exec "\$machine" sh -c "\$*"
S
chmod +x "$work/start"
mkdir "$work/one" "$work/two"
dotnet "$program" train "$work/one/weights"

# MPICH would find both on one machine and pass messages through its memory; so TCP alone, whichever way it was built.
began=$(date +%s.%N)
FI_PROVIDER=tcp UCX_TLS=tcp,self UCX_NET_DEVICES=far ip netns exec "$one" timeout 300 mpirun -launcher rsh -launcher-exec "$work/start" -iface far -hosts 10.99.0.1,10.99.0.2 -n 2 dotnet "$program" train "$work/two/weights"
echo "two ranks over $delay ms and $loss % loss: $(awk "BEGIN { printf \"%.1f\", $(date +%s.%N) - $began }") s"
dotnet "$program" compare "$work/one/weights.0" "$work/two/weights.0" "$work/two/weights.1"
