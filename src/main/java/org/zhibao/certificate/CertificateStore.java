package org.zhibao.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;

/** The table by which every certificate is judged. */
@Component
class CertificateStore {

    /** A row to add. */
    record Entry(Identity identity, String subject, String userId, boolean registered, Instant validFrom,
                 Instant validTo, byte[] keyPackage) {
    }

    private static final int CODES_PER_QUERY = 1000;
    private static final String ALL = "select c.*, a.name as user_name, a.role, a.area from client_certificate c "
            + "join account a on a.user_id = c.user_id";

    private final JdbcClient database;
    private final Clock clock;
    private final Duration renewal;

    CertificateStore(JdbcClient database, Clock clock, CertificateSettings settings) {
        this.database = database;
        this.clock = clock;
        this.renewal = Duration.ofDays(settings.renewalDays());
    }

    /** The row of issuer and serial, if it is about this very certificate. */
    Optional<ClientCertificate> find(Identity identity) {
        return database.sql(ALL + " where c.issuer = :issuer and c.serial = :serial and c.fingerprint = :fingerprint")
                .param("issuer", identity.issuer()).param("serial", identity.serial())
                .param("fingerprint", identity.fingerprint()).query(this::certificate).optional();
    }

    /** Whether there is a row of this issuer and serial, or of this very certificate. */
    boolean taken(Identity identity) {
        return database.sql("select count(*) from client_certificate where fingerprint = ? or issuer = ? and serial = ?")
                .params(identity.fingerprint(), identity.issuer(), identity.serial()).query(Integer.class).single() > 0;
    }

    Optional<ClientCertificate> byId(long id) {
        return database.sql(ALL + " where c.id = ?").param(id).query(this::certificate).optional();
    }

    /** All of an account, the latest first. */
    List<ClientCertificate> of(String userId) {
        return database.sql(ALL + " where c.user_id = ? order by c.id desc").param(userId).query(this::certificate).list();
    }

    /** Those of the units of these organisation codes that are not revoked and have not ended, the oldest first. */
    List<Long> liveOfUnits(Collection<String> orgCodes) {
        List<String> asked = List.copyOf(orgCodes);
        List<Long> live = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += CODES_PER_QUERY) {
            live.addAll(database.sql("select c.id from account a join client_certificate c on c.user_id = a.user_id "
                            + "where a.org_code in (:codes) and c.revoked_at is null and c.valid_to > :now")
                    .param("codes", asked.subList(from, Math.min(asked.size(), from + CODES_PER_QUERY)))
                    .param("now", now()).query(Long.class).list());
        }
        live.sort(null);
        return live;
    }

    /** Has whoever else changes this account's certificates wait. */
    void lock(String userId) {
        database.sql("select user_id from account where user_id = ? for update").param(userId).query(String.class).list();
    }

    long add(Entry entry, AuditTrail.Who by) {
        database.sql("insert into client_certificate (issuer, serial, fingerprint, subject, user_id, origin, valid_from, "
                        + "valid_to, issued_at, issued_by, issued_by_name, key_package) values (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                        + "?, ?, ?)")
                .params(entry.identity().issuer(), entry.identity().serial(), entry.identity().fingerprint(),
                        entry.subject(), entry.userId(), entry.registered() ? "REGISTERED" : "ISSUED",
                        at(entry.validFrom()), at(entry.validTo()), now(), by.userId(), by.name(), entry.keyPackage())
                .update();
        return find(entry.identity()).orElseThrow().id();
    }

    void renewed(long id, long by) {
        database.sql("update client_certificate set renewed_by = ? where id = ?").params(by, id).update();
    }

    /** Takes the key out of the table; empty if it is not there any more. */
    Optional<byte[]> takePackage(long id) {
        Optional<byte[]> found = database.sql("select key_package from client_certificate where id = ? and key_package "
                + "is not null for update").param(id).query((row, n) -> row.getBytes(1)).optional();
        found.ifPresent(any -> database.sql("update client_certificate set key_package = null, downloaded_at = ? "
                + "where id = ?").params(now(), id).update());
        return found;
    }

    /** Gives whether it was not revoked before. */
    boolean revoke(long id, Revocation why, String reason, AuditTrail.Who by) {
        return database.sql("update client_certificate set revoked_at = ?, revoked_by = ?, revoked_by_name = ?, "
                        + "revoked_why = ?, revoked_reason = ?, key_package = null where id = ? and revoked_at is null")
                .params(now(), by.userId(), by.name(), why.name(), reason, id).update() > 0;
    }

    /** Revoked ones of an issuer that would still count otherwise. */
    List<ClientCertificate> revoked(String issuer) {
        return database.sql(ALL + " where c.issuer = :issuer and c.revoked_at is not null and c.valid_to > :now "
                + "order by c.id").param("issuer", issuer).param("now", now()).query(this::certificate).list();
    }

    ClientCertificate certificate(ResultSet row, int number) throws SQLException {
        String why = row.getString("revoked_why");
        Instant from = instant(row, "valid_from");
        Instant to = instant(row, "valid_to");
        return new ClientCertificate(row.getLong("id"), row.getString("issuer"), row.getString("serial"),
                row.getString("user_id"), row.getString("user_name"), Role.valueOf(row.getString("role")),
                row.getString("area"), "REGISTERED".equals(row.getString("origin")), from, to, instant(row, "issued_at"),
                row.getString("issued_by_name"), row.getBytes("key_package") != null,
                row.getObject("renewed_by") != null, instant(row, "revoked_at"), row.getString("revoked_by_name"),
                why == null ? null : Revocation.valueOf(why), row.getString("revoked_reason"),
                state(why != null, from, to));
    }

    private CertificateState state(boolean revoked, Instant from, Instant to) {
        Instant now = clock.instant();
        if (revoked) {
            return CertificateState.REVOKED;
        }
        if (now.isBefore(from)) {
            return CertificateState.EARLY;
        }
        if (!now.isBefore(to)) {
            return CertificateState.EXPIRED;
        }
        return now.isBefore(to.minus(renewal)) ? CertificateState.VALID : CertificateState.ENDING;
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
