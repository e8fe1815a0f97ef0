package io.poolwright.server.answers;

/** A request that is not done, and what the caller is told. */
public final class RefusedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** A request that is not done for this reason. */
    public RefusedRequestException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** What the caller is told. */
    public Problem problem() {
        return problem;
    }
}
