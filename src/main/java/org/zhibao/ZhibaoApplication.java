package org.zhibao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Zhibao (直报): quarterly direct reporting and review of environmental statistics. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ZhibaoApplication {

    public static void main(String[] args) {
        SpringApplication.run(ZhibaoApplication.class, args);
    }
}
