package seq2see.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the program's version, from the jar's manifest, and the Java that runs it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "Seq2See " + (version == null ? "(from compiled classes)" : version),
            "Java " + Runtime.version() + ", " + System.getProperty("java.vendor")
        };
    }
}
