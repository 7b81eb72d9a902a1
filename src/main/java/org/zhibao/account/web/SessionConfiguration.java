package org.zhibao.account.web;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Keeps sessions in the database, where every node finds them and where they can be ended. */
@Configuration
class SessionConfiguration {

    /** 216 random bits: as many as a column of 36 characters holds. */
    private static final int ID_BYTES = 27;

    @Bean
    SessionIdGenerator sessionIds() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] id = new byte[ID_BYTES];
            random.nextBytes(id);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        };
    }

    /** Two requests of one session may write the same attribute at once: the second one overwrites. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> overwriting(
            @Value("${spring.datasource.url}") String database) {
        String columns = "(session_primary_id, attribute_name, attribute_bytes) ";
        String insert = database.startsWith("jdbc:h2:")
                ? "merge into %TABLE_NAME%_attributes " + columns + "key (session_primary_id, attribute_name) "
                        + "values (?, ?, ?)"
                : "insert into %TABLE_NAME%_attributes " + columns + "values (?, ?, ?) on conflict "
                        + "(session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes";
        return sessions -> sessions.setCreateSessionAttributeQuery(insert);
    }

    @Bean
    ConversionService springSessionConversionService() {
        return SessionBytes.conversion();
    }
}
