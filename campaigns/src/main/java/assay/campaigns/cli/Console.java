package assay.campaigns.cli;

import assay.campaigns.csv.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.List;

/**
 * What a command says: results on standard output, everything else on standard error.
 *
 * @param json whether the result is one JSON document
 * @param verbosity 0 errors only, 1 normal, 2 more, 3 all
 */
record Console(PrintStream out, PrintStream err, boolean json, int verbosity) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Prints the result: {@code document} as JSON if that was asked for, else the lines of {@code text}. */
    void result(Object document, List<String> text) {
        if (json) {
            try {
                out.println(JSON.writeValueAsString(document));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a result cannot be written as JSON", e);
            }
        } else {
            text.forEach(out::println);
        }
    }

    /** A remark that is not part of the result. */
    void info(String message) {
        if (verbosity >= 1) {
            err.println(message);
        }
    }

    /** A remark for those who asked for more. */
    void detail(String message) {
        if (verbosity >= 2) {
            err.println(message);
        }
    }

    void warning(String message) {
        if (verbosity >= 1) {
            err.println("warning: " + message);
        }
    }

    /** Why there is no result, even to the quiet. */
    void nothingToDo(String message) {
        err.println("nothing to do: " + message);
    }

    void error(String message) {
        err.println("error: " + message);
    }

    /** All problems of input files, errors first. */
    void problems(List<Problem> problems) {
        problems.stream().filter(Problem::isError).forEach(p -> error(p.describe()));
        problems.stream().filter(p -> !p.isError()).forEach(p -> warning(p.describe()));
    }
}
