package org.zhibao.certificate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits, written as RFC 4632 and RFC 4291 do: {@code 10.0.0.0/8}, {@code fc00::/7}; one
 * address without a length is itself. An IPv4 address inside IPv6 ({@code ::ffff:10.1.2.3}) is that IPv4 address.
 */
record NetworkRange(byte[] start, int bits) {

    /** Nothing that anybody would have to look up. */
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** @throws IllegalArgumentException if it is no range, or its address has bits behind its length */
    static NetworkRange parse(String text) {
        String[] parts = text.strip().split("/", 2);
        byte[] address = address(parts[0]).orElseThrow(() -> new IllegalArgumentException("'" + text
                + "' is no range of addresses; write it like 10.0.0.0/8 or fc00::/7"));
        int most = address.length * Byte.SIZE;
        int bits = parts.length == 1 ? most : length(parts[1], most, text);
        for (int bit = bits; bit < most; bit++) {
            if (bit(address, bit)) {
                throw new IllegalArgumentException("'" + text + "': the address has bits behind the first " + bits
                        + "; write the first address of the range");
            }
        }
        return new NetworkRange(address, bits);
    }

    boolean contains(byte[] address) {
        if (address.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (bit(address, bit) != bit(start, bit)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of a written address, without its zone ({@code %eth0}); empty if it is none. */
    static Optional<byte[]> address(String text) {
        String plain = text.strip().replaceFirst("%.*$", "");
        if (!LITERAL.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain).getAddress());
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static int length(String text, int most, String range) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("'" + range + "': the length is a number from 0 to " + most);
        }
        return Integer.parseInt(text);
    }

    private static boolean bit(byte[] address, int bit) {
        return (address[bit / Byte.SIZE] >> Byte.SIZE - 1 - bit % Byte.SIZE & 1) == 1;
    }
}
