package assay.crash;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Further fields of a record, in the order of the file. */
final class Fields {

    private Fields() {}

    static Map<String, String> copy(Map<String, String> fields) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
