/**
 * Made-up tests whose truth is known: published formulas and point clouds from which a history and candidates are drawn.
 *
 * <p>Start at {@link assay.acquisition.problem.SyntheticProblems}. The tables go where real ones go; the truth beside
 * them says what a method should have found. Every column is drawn from a seed of its own name, so that asking for one
 * more column never changes another, and formulas use {@link java.lang.StrictMath}, so that machines agree.
 */
package assay.acquisition.problem;
