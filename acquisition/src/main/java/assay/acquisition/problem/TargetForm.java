package assay.acquisition.problem;

/** What the target of a synthetic problem is written as. */
public enum TargetForm {
    /** As the problem was published: the number of a formula, the class of a point cloud. */
    AS_PUBLISHED,
    /** A number; a point cloud has none. */
    NUMBER,
    /** A class; a number becomes P where it is lower than the mean of all rows, else N, as OpenML binarises. */
    CLASS
}
