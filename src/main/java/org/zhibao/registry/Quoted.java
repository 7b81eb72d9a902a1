package org.zhibao.registry;

/** Quotes what somebody typed for an error message, cut so that an absurd input cannot flood a log. */
final class Quoted {

    private static final int LONGEST = 40;

    private Quoted() {
    }

    static String of(String text) {
        if (text == null) {
            return "null";
        }
        String start = text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("\\p{Cntrl}", "?");
        return text.length() > LONGEST ? "\"" + start + "…\"" : "\"" + start + "\"";
    }
}
