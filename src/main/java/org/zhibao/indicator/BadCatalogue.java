package org.zhibao.indicator;

/** The catalogue or a dictionary contradicts itself; the application does not start with it. */
public class BadCatalogue extends RuntimeException {

    BadCatalogue(String message) {
        super(message);
    }

    BadCatalogue(String message, Throwable cause) {
        super(message, cause);
    }
}
