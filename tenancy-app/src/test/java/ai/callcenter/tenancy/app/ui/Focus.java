package ai.callcenter.tenancy.app.ui;

import java.util.Objects;
import org.openqa.selenium.WebElement;

/** What the keys of one page go to. */
record Focus(Tab tab) {
    /** The element; the body where none has it. */
    WebElement element() {
        return (WebElement) Objects.requireNonNull(tab.run(Script.FOCUSED));
    }

    boolean isLost() {
        return element().getTagName().equals("body");
    }

    /** Role and name, such as {@code button “Save”}. */
    String what() {
        WebElement element = element();
        return "%s “%s”".formatted(element.getAriaRole(), element.getAccessibleName());
    }

    /** Waits until it is there. */
    void comesTo(String wanted) {
        Await.until(
                () -> "the focus on %s, but it is on %s".formatted(wanted, what()),
                () -> what().equals(wanted) ? true : null);
    }
}
