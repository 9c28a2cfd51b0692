package assay.acquisition.problem;

import assay.acquisition.Table;

/**
 * Made-up tests and the truth about them, n rows each, in the same order and with the same ids.
 *
 * @param table what an engineer would see
 * @param truth {@code id}; of a formula {@code noise_free} and {@code noise}, which add up exactly to the numeric
 *     target; of a target that is a class {@code label}, the class before flips, and {@code flipped}, true or false
 */
public record GeneratedTests(Table table, Table truth) {}
