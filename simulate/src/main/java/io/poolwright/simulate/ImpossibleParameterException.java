package io.poolwright.simulate;

/** A model was given a value that no stack can have. */
public final class ImpossibleParameterException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Message: which parameter, what was found, what is accepted. */
    public ImpossibleParameterException(Parameter parameter, double value, String accepted) {
        super("%s: found %s%s; accepted: %s"
                .formatted(
                        parameter.id(), Parameter.plain(value), parameter.unit().symbol(), accepted));
    }

    /** Two values that are possible alone and not together. */
    public ImpossibleParameterException(String contradiction) {
        super(contradiction);
    }
}
