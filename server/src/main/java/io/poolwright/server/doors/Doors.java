package io.poolwright.server.doors;

import io.poolwright.server.ServerSettings;
import io.poolwright.server.SpringProperties;
import io.poolwright.server.answers.Answers;
import io.poolwright.server.state.Tokens;
import io.poolwright.server.state.Users;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** How Spring Security is set up: the table of routes, nothing else, and headers that leave a browser no way out. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public final class Doors {
    /** No script or style but our own files, no frame, no form elsewhere. */
    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The work factor of bcrypt: about a quarter of a second of one core for each try. */
    private static final int WORK = 12;

    @Bean
    Passwords passwords() {
        return new Passwords(WORK);
    }

    @Bean
    Accounts accounts(Users users, Clock clock) {
        return new Accounts(users, clock);
    }

    @Bean
    FirstAdministrator firstAdministrator(Users users, Passwords passwords) {
        return new FirstAdministrator(users, passwords);
    }

    @Bean
    AttemptLimit attemptLimit(Clock clock) {
        return new AttemptLimit(clock);
    }

    @Bean
    PasswordChange passwordChange(Users users, Passwords passwords, Accounts accounts, AttemptLimit limit) {
        return new PasswordChange(users, passwords, accounts, limit);
    }

    @Bean
    TokenDoor tokenDoor(Tokens tokens, Accounts accounts, Clock clock) {
        return new TokenDoor(tokens, accounts, clock);
    }

    @Bean
    Administration administration(Users users, Passwords passwords, Accounts accounts) {
        return new Administration(users, passwords, accounts);
    }

    @Bean
    PasswordDoor passwordDoor(Users users, Passwords passwords, AttemptLimit limit) {
        return new PasswordDoor(users, passwords, limit);
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            RouteTable routes,
            PasswordDoor passwords,
            TokenDoor tokens,
            Accounts accounts,
            Answers answers,
            ServerSettings settings,
            Clock clock) {
        ClosedDoor closed = new ClosedDoor(routes, answers);
        http.authorizeHttpRequests(requests -> {
            // The answer to a request that was let in, or refused, is written by the same request.
            requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                    .permitAll();
            for (Route route : routes.all()) {
                requests.requestMatchers(route.method(), route.path())
                        .access((seen, context) ->
                                new AuthorizationDecision(route.access().admits(caller(seen.get()))));
            }
            requests.anyRequest().denyAll();
        });
        http.authenticationProvider(passwords);
        http.formLogin(
                form -> form.loginPage("/login").defaultSuccessUrl("/", true).failureUrl("/login?failed"));
        http.logout(out -> out.logoutUrl("/logout")
                .logoutSuccessUrl("/login?out")
                .deleteCookies(SpringProperties.cookie(settings)));
        http.exceptionHandling(failed -> failed.authenticationEntryPoint(closed).accessDeniedHandler(closed));
        http.csrf(csrf ->
                csrf.csrfTokenRepository(csrfCookie(settings)).ignoringRequestMatchers(TokenFilter::bringsToken));
        http.requestCache(cache -> cache.requestCache(new NullRequestCache()));
        http.addFilterBefore(new OriginRule(closed), CsrfFilter.class);
        http.addFilterBefore(new TokenFilter(tokens, answers), UsernamePasswordAuthenticationFilter.class);
        http.addFilterBefore(new SessionRules(accounts, answers, clock), AuthorizationFilter.class);
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(frame -> frame.deny()));
        return http.build();
    }

    private static CookieCsrfTokenRepository csrfCookie(ServerSettings settings) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Strict").path("/").secure(settings.behindProxy()));
        return tokens;
    }

    private static Optional<Caller> caller(@Nullable Authentication seen) {
        return seen != null && seen.getPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }
}
