package org.zhibao.account.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.support.GenericConversionService;

/**
 * What a session holds, as bytes in the database. Read are only classes that belong there; what an older release has left
 * and this one does not understand counts as not there, so that its owner signs in again and sees no error.
 */
final class SessionBytes {

    private static final Logger LOG = LoggerFactory.getLogger(SessionBytes.class);
    private static final ObjectInputFilter OURS = ObjectInputFilter.Config.createFilter("maxdepth=30;maxbytes=1000000;"
            + "java.lang.*;java.util.*;java.util.concurrent.*;java.util.concurrent.atomic.*;java.time.*;java.math.*;"
            + "org.zhibao.**;org.springframework.security.**;org.springframework.web.servlet.FlashMap;"
            + "org.springframework.util.LinkedMultiValueMap;org.springframework.util.MultiValueMapAdapter;"
            + "jakarta.servlet.http.Cookie;org.camunda.bpm.webapp.impl.**;!*");

    private SessionBytes() {
    }

    static GenericConversionService conversion() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, SessionBytes::written);
        conversion.addConverter(byte[].class, Object.class, SessionBytes::read);
        return conversion;
    }

    private static byte[] written(Object attribute) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(attribute);
        } catch (IOException impossible) {
            throw new UncheckedIOException(attribute.getClass().getName() + " does not belong into a session", impossible);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) {
        try (ObjectInputStream in = new Known(bytes)) {
            in.setObjectInputFilter(OURS);
            return in.readObject();
        } catch (InvalidClassException | ClassNotFoundException older) {
            LOG.info("a session attribute of another release is left out: {}", older.getMessage());
            return null;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Finds classes where the application finds its own, whatever thread it is that reads. */
    private static final class Known extends ObjectInputStream {

        private Known(byte[] bytes) throws IOException {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass type) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(type.getName(), false, SessionBytes.class.getClassLoader());
            } catch (ClassNotFoundException primitive) {
                return super.resolveClass(type);
            }
        }
    }
}
