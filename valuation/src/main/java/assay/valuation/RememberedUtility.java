package assay.valuation;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Evaluates a set once, while it is remembered: the sets asked for last are, as many as fit into a bounded memory. Changes
 * the time it takes and no number. Mutable and thread-safe; two threads that ask for the same set at once both evaluate it.
 */
final class RememberedUtility implements Utility {

    /** About as much memory as the keys may take. */
    private static final long BYTES = 32 << 20;

    private static final int BYTES_OF_ENTRY = 160;

    private record Key(BitSet members, int replicate) {}

    private final Utility utility;
    private final Map<Key, Double> known;

    /** @param n number of experiments */
    RememberedUtility(Utility utility, int n) {
        this(utility, BYTES / (BYTES_OF_ENTRY + n / Byte.SIZE));
    }

    private RememberedUtility(Utility utility, long entries) {
        this.utility = utility;
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
                return size() > entries;
            }
        };
    }

    static RememberedUtility ofEntries(Utility utility, long entries) {
        return new RememberedUtility(utility, entries);
    }

    @Override
    public double of(BitSet members, int replicate) {
        Key key = new Key((BitSet) members.clone(), replicate);
        synchronized (known) {
            Double value = known.get(key);
            if (value != null) {
                return value;
            }
        }
        double value = utility.of(members, replicate);
        synchronized (known) {
            known.put(key, value);
        }
        return value;
    }
}
