package assay.campaigns.cli;

import assay.acquisition.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads what was typed as the value of an option or a setting; says what was expected instead. */
final class Typed {

    private Typed() {}

    /** A constant as it is typed: in lower case, with - for _. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant that a word stands for, in any case.
     *
     * @throws IllegalArgumentException that lists the words, and the nearest one
     */
    static <E extends Enum<E>> E choice(Class<E> type, String typed) {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Typed::word).toList();
        int index = words.indexOf(typed.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw expected("one of " + String.join(", ", words), typed, NearestName.cure(typed, words));
        }
        return type.getEnumConstants()[index];
    }

    /** @throws IllegalArgumentException if it is none, or too large for an int */
    static int wholeNumber(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw expected("a whole number", typed, "");
        }
    }

    /** @throws IllegalArgumentException if it is none, or too large for a long */
    static long longNumber(String typed) {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException e) {
            throw expected("a whole number", typed, "");
        }
    }

    /** @throws IllegalArgumentException if it is none, or not finite */
    static double number(String typed) {
        double number = parsed(typed);
        if (!Double.isFinite(number)) {
            throw expected("a number", typed, typed.contains(",") ? "Maybe a decimal point for the comma?" : "");
        }
        return number;
    }

    private static double parsed(String typed) {
        try {
            return Double.parseDouble(typed);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static IllegalArgumentException expected(String what, String typed, String cure) {
        return new IllegalArgumentException(
                "found \"%s\", expected %s%s".formatted(typed, what, cure.isEmpty() ? "" : ". " + cure));
    }
}
