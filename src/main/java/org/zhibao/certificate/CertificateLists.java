package org.zhibao.certificate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;

/** Lists of certificates: those of one's area for who keeps them, one's own for everybody. */
@Service
@Transactional(readOnly = true)
public class CertificateLists {

    static final int PAGE = 50;

    private final JdbcClient database;
    private final CertificateStore store;
    private final Keeper keeper;
    private final CertificateSettings settings;
    private final Clock clock;

    CertificateLists(JdbcClient database, CertificateStore store, Keeper keeper, CertificateSettings settings,
                     Clock clock) {
        this.database = database;
        this.store = store;
        this.keeper = keeper;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those of the query that belong to accounts which the actor keeps. */
    public CertificatePage page(CertificateQuery query, Actor actor) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, actor, parameters);
        long total = database.sql("select count(*)" + where).params(parameters).query(Long.class).single();
        parameters.put("before", query.before() == null ? Long.MAX_VALUE : query.before());
        List<ClientCertificate> found = database.sql("select c.*, a.name as user_name, a.role, a.area" + where
                        + " and c.id < :before order by c.id desc limit " + (PAGE + 1)).params(parameters)
                .query(store::certificate).list();
        boolean more = found.size() > PAGE;
        List<ClientCertificate> shown = more ? found.subList(0, PAGE) : found;
        return new CertificatePage(shown, total, more ? shown.get(PAGE - 1).id() : null);
    }

    /** How many days before its end a certificate can be renewed. */
    public int renewalDays() {
        return settings.renewalDays();
    }

    /** The actor's own, the latest first. */
    public List<ClientCertificate> own(Actor actor) {
        return store.of(actor.userId());
    }

    private String where(CertificateQuery query, Actor actor, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(" from client_certificate c join account a on a.user_id = c.user_id "
                + "where a.area like :own and a.role in (:roles)");
        parameters.put("roles", keeper.roles(actor).stream().map(Role::name).toList());
        parameters.put("own", actor.areaPrefix() + "%");
        if (query.text() != null) {
            where.append(" and (lower(a.name) like :text escape '!' or lower(a.user_id) like :text escape '!')");
            parameters.put("text", "%" + query.text().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%")
                    .replace("_", "!_") + "%");
        }
        if (query.state() != null) {
            Instant now = clock.instant();
            where.append(" and ").append(condition(query.state()));
            parameters.put("now", now.atOffset(ZoneOffset.UTC));
            parameters.put("soon", now.plus(Duration.ofDays(settings.renewalDays())).atOffset(ZoneOffset.UTC));
        }
        return where.toString();
    }

    private static String condition(CertificateState state) {
        String live = "c.revoked_at is null and c.valid_from <= :now and ";
        return switch (state) {
            case EARLY -> "c.revoked_at is null and c.valid_from > :now";
            case VALID -> live + "c.valid_to > :soon";
            case ENDING -> live + "c.valid_to > :now and c.valid_to <= :soon";
            case EXPIRED -> live + "c.valid_to <= :now";
            case REVOKED -> "c.revoked_at is not null";
        };
    }
}
