def test_x(page, site): 
    page.goto("/")
    assert page.title()
