#!/bin/sh
# Starts Zhibao with demo data over TLS, with certificates made for trying out: at https://localhost:8443, and at
# https://localhost:8444, which asks for a client certificate. One for "province" is put beside the server's key.
#   ./try-tls.sh              makes what is missing, then starts target/zhibao.jar
#   ./try-tls.sh --outside    the same, with this computer outside the private network: staff need the certificate
#   ./try-tls.sh --keys-only  makes the server's certificate only
# For real use see docs/operations.md: a certificate of your authority, in the same place.
set -eu
cd "$(dirname "$0")"

keys="${ZHIBAO_TLS_KEYS:-data/tls/zhibao.p12}"
secret="$(dirname "$keys")/password"
bin="${JAVA_HOME:+$JAVA_HOME/bin/}"

umask 077
mkdir -p "$(dirname "$keys")"
if [ -z "${ZHIBAO_TLS_PASSWORD:-}" ]; then
  [ -s "$secret" ] || od -An -N24 -tx1 /dev/urandom | tr -d ' \n' > "$secret"
  ZHIBAO_TLS_PASSWORD="$(cat "$secret")"
fi
export ZHIBAO_TLS_PASSWORD

if [ ! -s "$keys" ]; then
  "${bin}keytool" -genkeypair -alias zhibao -keyalg EC -groupname secp256r1 -validity 30 \
    -dname "CN=localhost, O=Zhibao for trying out" -ext san=dns:localhost,ip:127.0.0.1 \
    -ext bc:critical=ca:false -ext eku=serverAuth \
    -storetype PKCS12 -keystore "$keys" -storepass:env ZHIBAO_TLS_PASSWORD
  echo "made $keys, good for 30 days; browsers will warn, because no authority has signed it"
fi
[ "${1:-}" = "--keys-only" ] && exit 0

SPRING_SSL_BUNDLE_JKS_ZHIBAO_KEYSTORE_LOCATION="file:$keys"
SPRING_SSL_BUNDLE_JKS_ZHIBAO_KEYSTORE_PASSWORD="$ZHIBAO_TLS_PASSWORD"
export SPRING_SSL_BUNDLE_JKS_ZHIBAO_KEYSTORE_LOCATION SPRING_SSL_BUNDLE_JKS_ZHIBAO_KEYSTORE_PASSWORD
ZHIBAO_CERTIFICATES_AUTHORITY_LOCATION="$(dirname "$keys")/ca.p12"
ZHIBAO_CERTIFICATES_AUTHORITY_PASSWORD="$ZHIBAO_TLS_PASSWORD"
ZHIBAO_CERTIFICATES_TRIAL_LOCATION="$(dirname "$keys")/province.p12"
ZHIBAO_CERTIFICATES_TRIAL_PASSWORD="$ZHIBAO_TLS_PASSWORD"
export ZHIBAO_CERTIFICATES_AUTHORITY_LOCATION ZHIBAO_CERTIFICATES_AUTHORITY_PASSWORD
export ZHIBAO_CERTIFICATES_TRIAL_LOCATION ZHIBAO_CERTIFICATES_TRIAL_PASSWORD
if [ "${1:-}" = "--outside" ]; then
  shift
  # a range set aside for documentation: nobody is in it
  ZHIBAO_ZONES_PRIVATE_RANGES=192.0.2.0/24
  export ZHIBAO_ZONES_PRIVATE_RANGES
fi
[ -f target/zhibao.jar ] || { echo "no target/zhibao.jar: run ./mvnw package -DskipTests first" >&2; exit 1; }
exec "${bin}java" -jar target/zhibao.jar --spring.profiles.active=tls "$@"
