package org.zhibao.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The features below the engine (calendar, registry, period) on a real database (see {@link TestDatabase}): migrated by Flyway, checked against the
 * entities, at noon of {@link FixedClock#TODAY}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@DataJpaTest(showSql = false,
        properties = {"spring.jpa.hibernate.ddl-auto=validate", "spring.jpa.open-in-view=false",
            "spring.jpa.properties.hibernate.jdbc.batch_size=50"},
        includeFilters = @Filter(type = FilterType.REGEX,
                pattern = "org\\.zhibao\\.(registry\\.(Registry|Regions|UnitNews)|audit\\.AuditTrail|period\\.Periods|calendar\\."
                        + "(WorkingCalendar|CalendarStore|CalendarSeeder|CalendarWatch|CalendarAdministration))"))
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(FixedClock.class)
public @interface DatabaseTest {
}
